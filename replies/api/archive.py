"""The addresses under /api/v1/: read-only, open to every program, no key."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from replies.models import Agency, City, Reply, Topic
from replies.search.find import Result, SearchPage, search_page
from replies.search.state import SearchState
from replies.views.methods import read_only
from replies.views.public_reply import Withdrawn, public_reply

from . import measures, records, schemas
from .answers import address_of, choices_of, not_modified, told
from .parameters import EXPECTED, ReplyId, SearchIn
from .problems import PROBLEM_TYPE, open_to_all, problem

DESCRIPTION = gettext_noop(
    "各地机关公开的人大代表建议、政协提案办理答复，只读，不用密钥。检索参数与网页 /replies/ 完全相同，"
    "把网页网址里的 /replies/ 换成 /api/v1/replies 即可；/measures/ 与 /api/v1/measures 也是这样。个人信息已遮盖。"
)


SAID = {"title", "description", "summary", "tags"}


class LegibleJSON(JSONRenderer):
    """Chinese as Chinese: a third of the size of its escapes, and readable."""

    json_dumps_params = {"ensure_ascii": False}


class ArchiveAPI(NinjaAPI):
    """Answers any site's script, as the data are public and no cookie is read for them."""

    def create_response(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return open_to_all(super().create_response(request, *args, **kwargs))

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """In the reader's language, and with the type in which problems are really told."""
        description = in_words(super().get_openapi_schema(**kwargs))
        for address in description["paths"].values():
            for status, said in address["get"]["responses"].items():
                if int(status) >= 400:
                    said["content"] = {PROBLEM_TYPE: said["content"]["application/json"]}
        return description


def in_words(described: Any, name: str = "") -> Any:
    """The description with everything that is said in it translated; names made by machines stay."""
    if isinstance(described, dict):
        return {key: in_words(value, key) for key, value in described.items()}
    if isinstance(described, list):
        return [in_words(value, name) for value in described]
    is_said = name in SAID and isinstance(described, str) and not described.isascii()
    return _(described) if is_said else described


api = ArchiveAPI(
    title=gettext_noop("答复档案 API"),
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="api",
    renderer=LegibleJSON(),
)
api.add_router("", measures.router)
TAGS = [gettext_noop("答复")]
PROBLEMS = {400: schemas.ProblemOut, 404: schemas.ProblemOut, 410: schemas.ProblemOut}


@api.get(
    "/replies",
    response={200: schemas.RepliesOut, 400: schemas.ProblemOut},
    tags=TAGS,
    summary=gettext_noop("检索答复"),
    description=gettext_noop("每页 20 件。不认识的地区、主题等不算错误，在 notices 里说明。"),
    url_name="replies",
    operation_id="list_replies",
)
def search(request: HttpRequest, response: HttpResponse, wanted: Query[SearchIn]) -> Any:
    state = SearchState.from_query(request.GET, also=("language",))
    return not_modified(request, response) or _answer(search_page(state), state.page, request)


@api.get(
    "/replies/{reply_id}",
    response={200: schemas.ReplyOut, **PROBLEMS},
    tags=TAGS,
    summary=gettext_noop("一件答复"),
    description=gettext_noop("全文、措施、数字和所答复的建议、提案。撤回的答复为 410，并说明原因。"),
    url_name="reply",
    operation_id="read_reply",
)
def reply(request: HttpRequest, reply_id: ReplyId) -> Any:
    return records.whole(public_reply(reply_id, records.with_whole_record()), request.build_absolute_uri)


@api.get(
    "/cities",
    response=schemas.CitiesOut,
    tags=TAGS,
    summary=gettext_noop("有答复的地区"),
    url_name="cities",
    operation_id="list_cities",
)
def cities(request: HttpRequest) -> schemas.CitiesOut:
    found = _with_replies(City.objects.select_related("parent__parent")).order_by("code")
    return schemas.CitiesOut(results=[_city(place, request) for place in found])


@api.get(
    "/topics",
    response=schemas.TopicsOut,
    tags=TAGS,
    summary=gettext_noop("全部主题"),
    url_name="topics",
    operation_id="list_topics",
)
def topics(request: HttpRequest) -> schemas.TopicsOut:
    found = Topic.objects.annotate(published=_published())
    return schemas.TopicsOut(results=[_topic(subject, request) for subject in found])


@api.get(
    "/agencies",
    response=schemas.AgenciesOut,
    tags=TAGS,
    summary=gettext_noop("有答复的主办单位"),
    url_name="agencies",
    operation_id="list_agencies",
)
def agencies(request: HttpRequest) -> schemas.AgenciesOut:
    found = _with_replies(Agency.objects.select_related("city")).order_by("city__code", "name")
    return schemas.AgenciesOut(results=[_agency(body, request) for body in found])


def _answer(page: SearchPage, asked: int, request: HttpRequest) -> schemas.RepliesOut:
    """A page beyond the last is empty, so that a program counting pages up comes to an end."""
    here = request.build_absolute_uri(reverse("api:replies"))
    shown = page.results if asked == page.page else ()
    proposers = records.proposers_of_first(result.reply for result in shown)
    return schemas.RepliesOut(
        total=page.total,
        page=asked,
        pages=page.pages,
        next=address_of(here, page.next, request) if page.next else None,
        results=[_line(result, proposers, request) for result in shown],
        facets=choices_of(page.facets),
        notices=told(page.notices, asked, page.pages),
    )


def _line(result: Result, proposers: dict[int, list[str]], request: HttpRequest) -> schemas.ReplyBriefOut:
    excerpt = [schemas.PieceOut(text=piece.text, hit=piece.hit) for piece in result.excerpt]
    return records.brief(result.reply, excerpt, proposers, request.build_absolute_uri)


def _published() -> Count:
    return Count("replies", filter=Q(replies__in=Reply.objects.published()), distinct=True)


def _with_replies(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.annotate(published=_published()).filter(published__gt=0)


def _city(place: Any, request: HttpRequest) -> schemas.CityCountOut:
    known = records.city(place, request.build_absolute_uri)
    parent = place.parent.slug if place.parent else None
    return schemas.CityCountOut(**known.model_dump(), parent=parent, replies=place.published)


def _topic(subject: Any, request: HttpRequest) -> schemas.TopicCountOut:
    known = records.topic(subject, request.build_absolute_uri)
    return schemas.TopicCountOut(**known.model_dump(), replies=subject.published)


def _agency(body: Any, request: HttpRequest) -> schemas.AgencyCountOut:
    known = records.agency(body, request.build_absolute_uri)
    return schemas.AgencyCountOut(**known.model_dump(), replies=body.published)


@api.exception_handler(ValidationError)
def _refused(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The first thing wrong, by the parameter's name and with what it should have been."""
    place = error.errors[0].get("loc", ()) if error.errors else ()
    name = next((str(part) for part in reversed(place) if str(part) in EXPECTED), None)
    detail = str(EXPECTED[name]) if name else _("请求的参数不对。")
    return problem(400, detail, parameter=name)


@read_only
def door(request: HttpRequest) -> HttpResponse:
    """/api/v1/ itself: where to go from here."""
    names = ("replies", "measures", "cities", "topics", "agencies", "openapi-json")
    addresses = {name.removesuffix("-json"): reverse(f"api:{name}") for name in names}
    addresses["docs"] = reverse("api_docs")
    return open_to_all(JsonResponse({name: request.build_absolute_uri(a) for name, a in addresses.items()}))


def nowhere(request: HttpRequest, path: str) -> HttpResponse:
    """Every other address under /api/v1/."""
    return problem(404, _("没有这个网址。接口的说明在 /api/docs。"))


@api.exception_handler(Http404)
def _unknown(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, str(error))


@api.exception_handler(Withdrawn)
def _taken_back(request: HttpRequest, error: Withdrawn) -> HttpResponse:
    return problem(410, str(error))
