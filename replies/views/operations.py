"""For whoever runs the archive: is it alive, can it answer, how is it doing.

`/healthz` says that the process answers; it asks nobody else, so a database that is away never makes
anyone restart a healthy web process.  `/readyz` says whether visitors can be sent here.  `/metrics` is
for the network behind the proxy, never for visitors.
"""

from __future__ import annotations

import logging

from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django_prometheus.exports import ExportToDjangoView

from .methods import read_only

log = logging.getLogger(__name__)


@never_cache
@read_only
def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@never_cache
@read_only
def readyz(request: HttpRequest) -> JsonResponse:
    """503 with the part that is missing; the reason itself goes to the log, not to the network."""
    checks = readiness()
    ready = all(state == "ok" for state in checks.values())
    return JsonResponse({"status": "ok" if ready else "not ready", **checks}, status=200 if ready else 503)


def readiness() -> dict[str, str]:
    try:
        waiting = waiting_migrations()
    except Error:
        log.exception("The database does not answer.")
        return {"database": "does not answer", "migrations": "unknown"}
    return {"database": "ok", "migrations": f"{waiting} to apply" if waiting else "ok"}


def waiting_migrations() -> int:
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@never_cache
@read_only
def metrics(request: HttpRequest) -> HttpResponse:
    """What came through a proxy is a visitor, who finds nothing here."""
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        raise Http404
    return ExportToDjangoView(request)
