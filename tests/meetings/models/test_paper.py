from pathlib import Path

from django.conf import settings

from tests.making import SmallSite
from tests.meetings.making import held, staffed_council
from tests.meetings.papers import document, evidence, report_file, with_agenda
from wagtail_prcouncil.meetings.models.paper import AbstractPaper
from wagtail_prcouncil.meetings.paper_addresses import KINDS


def test_each_lies_in_a_folder_of_its_kind_where_no_web_server_finds_it(site: SmallSite) -> None:
    item, other = with_agenda(site), held(staffed_council(site))
    papers: dict[AbstractPaper, str] = {
        document(item): "پیوست",
        report_file(item, item.meeting): "جدول",
        evidence(other): "عکس",
    }
    assert {str(paper) for paper in papers} == set(papers.values())
    for paper in papers:
        name = paper._meta.model_name or ""
        assert name in KINDS
        assert str(paper.file.name).startswith(f"{name}/")
        assert not Path(paper.file.path).is_relative_to(settings.MEDIA_ROOT)


def test_no_kind_is_forgotten() -> None:
    kinds = {kind._meta.model_name for kind in AbstractPaper.__subclasses__()}
    assert kinds == set(KINDS) - {"meeting"}
