# Sourced by the commands beside this folder: finds a Python of 3.11 or newer and hands over to it.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
ours="$root/.venv/bin/python"
[ -e "$root/.venv/.from" ] || ours=python3.13 # an environment that is not finished is no help
for python in "$ours" python3.13 python3.12 python3.11 python3; do
    if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
        PYTHONPATH="$root/script" exec "$python" -m stack "$@"
    fi
done
echo "Python 3.11 or newer is missing. On Debian or Ubuntu: apt-get install python3" >&2
exit 1
