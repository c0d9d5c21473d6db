"""How gunicorn serves the archive; everything that differs between machines comes from the environment."""

import multiprocessing
import os
import shutil
import tempfile
from typing import Any

bind = os.environ.get("GUNICORN_BIND", "0.0.0.0:8000")
workers = int(os.environ.get("GUNICORN_WORKERS", str(min(2 * multiprocessing.cpu_count() + 1, 9))))
threads = int(os.environ.get("GUNICORN_THREADS", "4"))
worker_class = "gthread"
timeout = 60
graceful_timeout = 30
keepalive = 5

# Workers are renewed after a while, not all at once, so that no leak grows for ever.
max_requests = 5000
max_requests_jitter = 500

# A worker tells the master that it lives by a file; in memory, so that a slow disk kills nobody.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None

accesslog = "-"
errorlog = "-"
access_log_format = '%(h)s "%(r)s" %(s)s %(b)s %(M)sms "%(a)s"'

# The proxy in front says whether the visitor used TLS; who may be that proxy is the network's business.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")

# Each worker counts for itself in a folder that all share; the numbers are added up when asked for.
# The counting library looks for the folder when it is first imported, so nothing imports it above.
metrics_folder = os.environ.setdefault(
    "PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="archive-metrics-")
)


def child_exit(server: Any, worker: Any) -> None:
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    shutil.rmtree(metrics_folder, ignore_errors=True)
