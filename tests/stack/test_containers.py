"""The production shape, as far as it can be told without a container engine."""

import re
import subprocess

import pytest
import yaml
from stack import ROOT, secretfiles

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
ONE_OFF = "migrate"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_each_service_has_a_health_check(name):
    if name == ONE_OFF:
        assert all(
            SERVICES[other]["depends_on"][ONE_OFF]["condition"] == "service_completed_successfully"
            for other in ("web", "worker", "beat")
        )
    elif name == "web":
        assert "HEALTHCHECK" in DOCKERFILE and "common.health.probe" in DOCKERFILE
    else:
        assert SERVICES[name]["healthcheck"]["test"]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_secrets_come_from_files_and_none_has_a_default(name):
    for setting, value in SERVICES[name].get("environment", {}).items():
        if re.search(r"PASSWORD|SECRET|KEY|DATABASE|EMAIL_URL", setting):
            assert setting.endswith("_FILE")
            assert value.removeprefix("/run/secrets/") in SERVICES[name]["secrets"]
        assert not re.search(r"://[^/]*:[^/]*@", str(value))


def test_every_secret_file_is_made_or_asked_for(tmp_path):
    made = secretfiles.make(tmp_path)
    assert {*made, secretfiles.EMAIL} == set(COMPOSE["secrets"])
    kept = {name: (tmp_path / name).read_text() for name in made}
    (tmp_path / "database_url").unlink()
    assert secretfiles.make(tmp_path) == ["database_url"]
    assert {name: (tmp_path / name).read_text() for name in made} == kept


def test_the_owner_prepares_and_only_the_application_serves():
    assert SERVICES[ONE_OFF]["environment"]["CPRS_AS_OWNER"] == "1"
    assert SERVICES[ONE_OFF]["command"][-1] == "prepare_database"
    for name in ("web", "worker", "beat"):
        assert "database_owner_url" not in SERVICES[name]["secrets"]
        assert "CPRS_AS_OWNER" not in SERVICES[name]["environment"]


def test_the_database_and_the_broker_are_not_reachable_from_outside():
    assert COMPOSE["networks"]["inside"]["internal"] is True
    for name in ("postgres", "redis"):
        assert SERVICES[name]["networks"] == ["inside"]
        assert "ports" not in SERVICES[name]


def test_the_image_does_not_run_as_root_and_carries_no_tests_or_data():
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.M) == ["cprs"]
    allowed = (ROOT / ".dockerignore").read_text().splitlines()
    assert "**" in allowed
    assert not {"!tests", "!.data", "!secrets", "!.git"} & set(allowed)


def test_the_image_has_every_package_of_ours():
    packages = {folder.parent.name for folder in ROOT.glob("*/__init__.py")} - {
        "tests",
        "benchmarks",
    }
    allowed = set((ROOT / ".dockerignore").read_text().splitlines())
    assert {f"!{name}" for name in packages} <= allowed


@pytest.mark.parametrize("script", ["script/server", "docker/roles.sh", ".ci/run"])
def test_the_shell_scripts_are_sound(script):
    assert subprocess.run(["sh", "-n", ROOT / script]).returncode == 0
