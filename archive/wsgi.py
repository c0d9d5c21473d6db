"""The door for a WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")

application = get_wsgi_application()

# The program itself is never garbage.  Left to the collector, its third of a million objects are looked through
# every few dozen pages, and one reader waits a tenth of a second for it.
gc.freeze()
