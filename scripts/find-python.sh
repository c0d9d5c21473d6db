#!/bin/sh
# Runs what it is given with a Python of 3.11 or later, whatever that is called here.
for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python3 python /usr/bin/python3; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$name" "$@"
    fi
done
echo "Python 3.11 or later is needed, and none was found. Install it, or name it: make ... PYTHON=/path/to/python3" >&2
exit 1
