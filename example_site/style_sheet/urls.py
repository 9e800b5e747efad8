from django.urls import path

from style_sheet import views

app_name = "style_sheet"
urlpatterns = [path("", views.style_sheet, name="page")]
