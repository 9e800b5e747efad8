"""An agency as readers see it, with all that stands around it in the register."""

from functools import cached_property

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.fields import dialled

MOST_BELOW = 40  # agencies named on the profile of the one above; the register lists all


class Profile:
    """Reads each of its parts once, when a template asks; all of it takes four queries, and one
    more for each level above the third."""

    def __init__(self, agency: Agency) -> None:
        self.agency = agency

    @cached_property
    def ancestors(self) -> list[Agency]:
        return self.agency.ancestors()

    @cached_property
    def below(self) -> list[Agency]:
        """The first of the agencies right below it, closed ones included."""
        return self._below[:MOST_BELOW]

    @property
    def has_more_below(self) -> bool:
        return len(self._below) > MOST_BELOW

    @cached_property
    def successors(self) -> list[Agency]:
        """An open agency has none, and is not asked."""
        return list(self.agency.successors()) if self.agency.is_closed else []

    @cached_property
    def predecessors(self) -> list[Agency]:
        return list(self.agency.predecessors())

    @cached_property
    def other_names(self) -> list[str]:
        return [other.name for other in self.agency.other_names.all()]

    @property
    def dialled(self) -> str:
        """The telephone number as a telephone takes it: ASCII digits, and a plus in front."""
        return dialled(self.agency.telephone)

    @property
    def website_host(self) -> str:
        """The address of the website as people say it."""
        bare = self.agency.website.partition("://")[2]
        return bare.removeprefix("www.").rstrip("/")

    @property
    def has_contacts(self) -> bool:
        agency = self.agency
        ways = (agency.website, agency.email, agency.telephone, agency.address)
        return any((*ways, agency.address_en, agency.postal_code))

    @cached_property
    def _below(self) -> list[Agency]:
        return list(self.agency.children.by_name().for_register()[: MOST_BELOW + 1])
