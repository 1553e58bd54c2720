"""Pages for what went wrong: each says what happened and what to do next. None of them asks the database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext


def _page(request: HttpRequest, status: int, *, title: str, what: str, next_step: str) -> HttpResponse:
    told = {"title": title, "what": what, "next_step": next_step, "status": status}
    return render(request, "site/error.html", told, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        400,
        title=gettext("This request could not be read"),
        what=gettext("The address or the request was damaged on its way."),
        next_step=gettext("Go to the list of reports and start from there."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        title=gettext("This page is not open to you"),
        what=gettext("It exists, but it is not for public reading."),
        next_step=gettext("Ask the people who run this site if you think that you should see it."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        title=gettext("There is nothing at this address"),
        what=gettext("The address may be mistyped or cut off in copying. Facts never lose their address."),
        next_step=gettext("Check the address, or look for the report in the list of reports."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        title=gettext("Something broke on our side"),
        what=gettext("The page could not be made. Nothing that you did was wrong, and nothing is lost."),
        next_step=gettext("Try again in a minute. If it stays broken, tell the people who run this site."),
    )
