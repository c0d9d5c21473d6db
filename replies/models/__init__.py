"""The nouns of the archive.  `Reply.objects.published()` is the only door to what is public."""

from .catalogue import Agency, City, Topic, TopicTerm
from .index_entry import IndexBuild, IndexEntry, IndexRow, IndexStage, SearchName
from .measure import Figure, Measure
from .proposal import Proposal, ProposalProposer, Representative
from .reader import Bookmark, SavedSearch, Shelf
from .reply import Reply, ReplyProposal, ReplyTopic
from .resemblance import Resemblance
from .source import RefusedFile, SourceDocument

__all__ = [
    "Agency",
    "Bookmark",
    "City",
    "Figure",
    "IndexBuild",
    "IndexEntry",
    "IndexRow",
    "IndexStage",
    "Measure",
    "Proposal",
    "ProposalProposer",
    "RefusedFile",
    "Reply",
    "ReplyProposal",
    "ReplyTopic",
    "Representative",
    "Resemblance",
    "SavedSearch",
    "SearchName",
    "Shelf",
    "SourceDocument",
    "Topic",
    "TopicTerm",
]
