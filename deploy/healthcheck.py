"""Asks this container's own web process whether it is ready; the exit code is the answer."""

import os
import sys
import urllib.request

host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
request = urllib.request.Request("http://127.0.0.1:8000/readyz", headers={"Host": host})
try:
    with urllib.request.urlopen(request, timeout=4) as answer:
        sys.exit(answer.status != 200)
except OSError as error:
    sys.exit(str(error))
