import json, datetime as dt
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.urls import reverse
from tests.blocks import bodies
from tests.directory.making import agency
from tests.directory.staff import address, chief
from tests.directory.importing.making import checked, unit, imported
from tests.making import live_news, small_site
from wagtail_prcouncil.directory.models import Agency, Province, Person
from wagtail.users.models import UserProfile
from django.contrib.auth.models import User
pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

@pytest.mark.parametrize("lang", ["fa"])
def test_x(transactional_db, live_server, browser, lang):
    site = small_site()
    client = chief()
    UserProfile.objects.create(user=User.objects.get(), preferred_language=lang)
    ctx = browser.new_context(base_url=live_server.url, viewport={"width":1280,"height":900})
    n = settings.SESSION_COOKIE_NAME
    ctx.add_cookies([{"name": n, "value": client.cookies[n].value, "url": live_server.url}])
    p = ctx.new_page()
    q = Province.objects.get(code="IR-26")
    a = agency("ادارهٔ کل راه‌داری قزوین", province=q); a.other_names.create(name="x")
    g = agency("پیشین", closed_on=dt.date(2024,3,20), closing_reason="abolished")
    per = Person.objects.create(name="نام")
    body=[*bodies.full_body(bodies.picture(), pictures=2)]
    news = live_news(site, title="گزارش", body=body, agency=a)
    run = checked(unit("a","الف",parent="nowhere"), unit("b","ب"))
    screens = {
      "brand": f"/admin/settings/prcouncil_ui/brandsettings/{site.site.pk}/",
      "news edit": reverse("wagtailadmin_pages:edit", args=[news.pk]),
      "news add": f"/admin/pages/add/prcouncil_news/newspage/{site.index.pk}/",
      "index edit": reverse("wagtailadmin_pages:edit", args=[site.index.pk]),
      "news list": reverse("prcouncil_news:index") if False else None,
      "agency list": address("list"), "agency add": address("add"), "agency edit": address("edit", a),
      "agency closed": address("edit", g), "close": address("close", a), "reopen": address("reopen", g),
      "inspect": address("inspect", a), "history": address("history", a), "usage": address("usage", a),
      "person list": address("list", model="person"), "person edit": address("edit", per, "person"),
      "import": "/admin/prcouncil_agency_import/", "run": f"/admin/prcouncil_agency_import/{run.pk}/",
      "province list": "/admin/province/", "news list": "/admin/prcouncil_news_listing/", "listing?": "/admin/prcouncil_news_listing/?q=x", "perm": "/admin/province/edit/%d/" % q.pk, "person add": address("add", model="person"),
      "explorer": "/admin/pages/%d/" % site.index.pk, "home": "/admin/",
      "delete": address("delete", a),
    }
    from wagtail_prcouncil.news.viewsets import NewsListing
    p.goto("/admin/"); 
    links = p.locator("a[href*='/admin/']").evaluate_all("x=>x.map(a=>a.getAttribute('href'))")
    print(links)
    for name, url in screens.items():
        if not url: continue
        r = p.goto(url, wait_until="networkidle")
        import time; t=time.time()
        for w in (1280, 320):
            p.set_viewport_size({"width":w,"height":900})
            sw = p.evaluate("document.documentElement.scrollWidth")
            v = Axe().run(p, options={"rules":{"target-size":{"enabled":True}}}).response["violations"]
            print("==", name, w, r.status, sw, round(time.time()-t,1))
            for x in v:
                print("  ", x["id"], x["tags"][:3], x["impact"])
                for node in x["nodes"][:6]:
                    print("      ", node["target"], node["html"][:160].replace("\n"," "), '|', node["failureSummary"][:300].replace("\n"," ") if w==1280 else "")
        p.set_viewport_size({"width":1280,"height":900})
