"""A doubtful database is refused in one French sentence, and left byte for byte as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.opening import open_store
from storage.store import StorageError

NOBODY = 65534


def sql(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(statement).fetchall()


def refused(url: str) -> str:
    with pytest.raises(StorageError) as caught:
        open_store(url)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", ")."))
    assert "'" not in sentence.replace("'/", ""), "straight apostrophe"
    return sentence


def text(file: Path) -> None:
    file.write_bytes("Ceci n’est pas une base.\n".encode() * 1000)


def truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2 + 100)


def truncated_to_a_page(file: Path) -> None:
    os.truncate(file, 4096 * (file.stat().st_size // 8192))


def zero_header(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.write(bytes(100))


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def flipped_page(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.seek(4096 * (file.stat().st_size // 8192))
        handle.write(random.Random(1).randbytes(4096))


@pytest.mark.parametrize("damage", [text, truncated, truncated_to_a_page, zero_header, emptied, flipped_page])
def test_a_corrupt_file_is_refused_and_left_byte_for_byte(made: Path, damage: Callable[[Path], None]) -> None:
    damage(made)
    before = made.read_bytes()
    sentence = refused(f"sqlite:///{made}")
    assert made.read_bytes() == before
    assert str(made) in sentence
    assert "dernière sauvegarde" in sentence


def test_a_newer_database_is_refused_and_left_alone(made: Path) -> None:
    sql(made, "UPDATE alembic_version SET version_num = '9999'")
    before = made.read_bytes()
    assert "plus récente" in refused(f"sqlite:///{made}")
    assert made.read_bytes() == before


def test_the_database_of_another_software_is_refused(file: Path) -> None:
    file.parent.mkdir()
    sql(file, "CREATE TABLE members (name TEXT)")
    assert "n’a pas créées" in refused(f"sqlite:///{file}")
    assert sql(file, "SELECT name FROM sqlite_master") == [("members",)]


def test_a_database_with_a_table_missing_is_refused(made: Path) -> None:
    sql(made, "DROP TABLE entry")
    assert "(entry)" in refused(f"sqlite:///{made}")


def test_a_lost_file_whose_journal_is_still_there_is_not_made_anew(made: Path) -> None:
    made.rename(f"{made}-wal")
    assert "journal" in refused(f"sqlite:///{made}")
    assert not made.exists()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "palier.sqlite3",
        "mysql://somebody@somewhere/base",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:/tmp/x?mode=memory&uri=true",
        "sqlite:///file:/tmp/palier.sqlite3?mode=ro&uri=true",
        "sqlite:////proc/palier/palier.sqlite3",
        "sqlite:////dev/null",
        "sqlite:////",
    ],
)
def test_an_address_that_cannot_keep_anything_is_refused(url: str) -> None:
    refused(url)


def test_a_password_is_never_shown() -> None:
    """Port 1 of this machine: nobody listens. Without the driver, the sentence says what to install."""
    sentence = refused("postgresql://palier:s3cret@127.0.0.1:1/palier?options=-csearch_path%3Ds3cret")
    assert "s3cret" not in sentence


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("un fichier")
    assert "n’est pas un dossier" in refused(f"sqlite:///{tmp_path}/data/palier.sqlite3")
    assert "n’est pas un dossier" in refused(f"sqlite:///{tmp_path}/data/deeper/palier.sqlite3")
    assert (tmp_path / "data").read_text() == "un fichier"


def test_a_folder_in_place_of_the_file_is_refused(file: Path) -> None:
    file.mkdir(parents=True)
    assert "dossier" in refused(f"sqlite:///{file}")


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder that an ordinary account can reach; its rights bind because the test runs as that account.

    Permission bits do not bind root, so a root test process takes another identity for a while.
    """
    folder = Path(tempfile.mkdtemp(prefix="palier-"))
    open_store(f"sqlite:///{folder}/palier.sqlite3").close()
    user = os.geteuid()
    for path in (folder, folder / "palier.sqlite3"):
        os.chown(path, NOBODY if user == 0 else user, -1)
        path.chmod(path.stat().st_mode | 0o755)
    if user == 0:
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(user)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_an_ordinary_account_can_use_its_own_folder(ordinary_folder: Path) -> None:
    open_store(f"sqlite:///{ordinary_folder}/palier.sqlite3").close()


def test_a_folder_that_cannot_be_written_is_refused(ordinary_folder: Path) -> None:
    before = (ordinary_folder / "palier.sqlite3").read_bytes()
    ordinary_folder.chmod(0o555)
    assert "en lecture seule" in refused(f"sqlite:///{ordinary_folder}/palier.sqlite3")
    assert "accès refusé" in refused(f"sqlite:///{ordinary_folder}/new.sqlite3")
    assert "accès refusé" in refused(f"sqlite:///{ordinary_folder}/deeper/new.sqlite3")
    assert (ordinary_folder / "palier.sqlite3").read_bytes() == before
    assert [path.name for path in ordinary_folder.iterdir()] == ["palier.sqlite3"]


def test_a_file_that_cannot_be_written_is_refused(ordinary_folder: Path) -> None:
    (ordinary_folder / "palier.sqlite3").chmod(0o444)
    assert "en lecture seule" in refused(f"sqlite:///{ordinary_folder}/palier.sqlite3")
