"""``python -m civicspace.web COMMAND``: Django's commands with this project's settings."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "civicspace.web.settings")

if __name__ == "__main__":
    execute_from_command_line(["civicspace.web", *sys.argv[1:]])
