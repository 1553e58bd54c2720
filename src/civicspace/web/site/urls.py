"""The site's pages, each under its language."""

from django.urls import path

from civicspace.web.site import views

urlpatterns = [
    path("", views.reports, name="reports"),
    path("reports/<slug:key>/", views.report, name="report"),
    path("reports/<slug:key>/people/", views.people, name="people"),
    path("reports/<slug:key>/figures/", views.figures, name="figures"),
    path("reports/<slug:key>/laws/", views.laws, name="laws"),
    path("people/<slug:key>/", views.person, name="person"),
    path("facts/<slug:key>/", views.fact, name="fact"),
    path("codebook/", views.codebook_page, name="codebook"),
    path("about/", views.about, name="about"),
]
