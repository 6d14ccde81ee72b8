"""Network shares are refused, synchronised folders told; every other disk is left in peace."""

from __future__ import annotations

import pytest
from builders import tiny_campaign
from readings import NOON, table

from collector.collect import collect
from collector.disks import Surroundings, network_share, surroundings, sync_service
from collector.ledger import Ledger
from config.errors import ExitCode, UserError

MOUNTS = r"""
proc /proc proc rw 0 0
/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/local xfs rw 0 0
//srv/share /mnt/งาน\040กลาง cifs rw 0 0
user@host: /mnt/ssh fuse.sshfs rw 0 0
C: /mnt/c 9p rw,dirsync,aname=drvfs 0 0
tmpfs /tmp tmpfs rw 0 0
//old /media/twice cifs rw 0 0
/dev/sdc1 /media/twice ext4 rw 0 0
"""


def linux(mounts=MOUNTS, **environment):
    return Surroundings(
        is_windows=False, mounts=mounts, drive_type=lambda _root: 0, environment=environment
    )


def windows(remote=(), **environment):
    return Surroundings(
        is_windows=True,
        mounts="",
        drive_type=lambda root: 4 if root in remote else 3,
        environment=environment,
    )


class TestNetworkShares:
    @pytest.mark.parametrize(
        ("path", "share"),
        [
            ("/srv/campaign/ledger.sqlite", ""),
            ("/tmp/campaign/ledger.sqlite", ""),
            ("/home/campaign/ledger.sqlite", "nfs4"),
            ("/home/local/campaign/ledger.sqlite", ""),
            ("/home/locality/ledger.sqlite", "nfs4"),
            ("/homes/ledger.sqlite", ""),
            ("/mnt/งาน กลาง/2566/ledger.sqlite", "cifs"),
            ("/mnt/ssh/ledger.sqlite", "fuse.sshfs"),
            ("/mnt/c/Users/office/ledger.sqlite", "9p"),
            ("/media/twice/ledger.sqlite", ""),  # mounted over: the last one counts
        ],
    )
    def test_on_linux_the_innermost_mount_decides(self, path, share):
        assert network_share(path, linux()) == share

    @pytest.mark.parametrize("kind", ["9p", "nfs", "overlay", "ext4"])
    def test_what_the_machine_runs_from_is_its_own(self, kind):
        assert network_share("/srv/ledger.sqlite", linux(f"root / {kind} rw 0 0\n")) == ""

    def test_where_nothing_is_known_of_mounts_nothing_is_refused(self):
        assert network_share("/srv/ledger.sqlite", linux("")) == ""

    @pytest.mark.parametrize(
        ("path", "share"),
        [
            (r"C:\งาน\ledger.sqlite", ""),
            (r"Z:\งาน\ledger.sqlite", "Z:"),
            (r"\\srv\share\2566\ledger.sqlite", r"\\srv\share"),
            (r"\\?\UNC\srv\share\ledger.sqlite", r"\\?\UNC\srv\share"),
            (r"\\?\C:\งาน\ledger.sqlite", ""),
            (r"\\?\Z:\งาน\ledger.sqlite", r"\\?\Z:"),
        ],
    )
    def test_on_windows_the_drive_or_the_server_decides(self, path, share):
        assert network_share(path, windows(remote={"Z:\\"})) == share

    def test_the_ledger_is_not_opened_nor_made_there(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        known = linux(f"/dev/sda1 / ext4 rw 0 0\n//srv/x {tmp_path} cifs rw 0 0\n")
        with pytest.raises(UserError) as caught:
            Ledger(path, known=known)
        assert (caught.value.exit_code, caught.value.place) == (ExitCode.CAMPAIGN, str(path))
        assert "cifs" in caught.value.fault
        assert list(tmp_path.iterdir()) == []

    def test_beside_one_it_is(self, tmp_path):
        known = linux(f"/dev/sda1 / ext4 rw 0 0\n//srv/x {tmp_path}x cifs rw 0 0\n")
        with Ledger(tmp_path / "ledger.sqlite", known=known) as ledger:
            changes = ledger.compare([table(("1", "2"))], form="signoff", source="inbox")
            assert ledger.record([changes], now=NOON).added == 1

    def test_this_machine_can_be_asked(self, tmp_path):
        assert network_share(str(tmp_path), surroundings()) == ""


class TestSynchronisedFolders:
    @pytest.mark.parametrize(
        ("path", "service"),
        [
            ("/home/a/OneDrive/2566/ledger.sqlite", "OneDrive"),
            ("/home/a/OneDrive - จังหวัดเชียงราย/ledger.sqlite", "OneDrive"),
            ("/home/a/Dropbox/ledger.sqlite", "Dropbox"),
            ("/home/a/Dropbox (Personal)/x/ledger.sqlite", "Dropbox"),
            ("/home/a/Google Drive/ledger.sqlite", "Google Drive"),
            ("/home/a/ไดรฟ์ของฉัน/ledger.sqlite", "Google Drive"),
            ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/ledger.sqlite", "iCloud"),
            ("/home/a/Nextcloud/ledger.sqlite", "Nextcloud"),
            ("/home/a/dropbox-export/ledger.sqlite", ""),
            ("/home/a/งาน/ledger.sqlite", ""),
            ("/home/a/งาน/onedrive", ""),
        ],
    )
    def test_a_folder_is_known_by_its_whole_name(self, path, service):
        assert sync_service(path, linux()) == service

    @pytest.mark.parametrize(
        ("path", "service"),
        [
            (r"C:\Users\a\งานจังหวัด\2566\ledger.sqlite", "OneDrive"),
            (r"c:\users\A\งานจังหวัด\2566\ledger.sqlite", "OneDrive"),
            (r"C:\Users\a\งานจังหวัดอื่น\ledger.sqlite", ""),
            (r"G:\My Drive\2566\ledger.sqlite", "Google Drive"),
        ],
    )
    def test_onedrive_says_itself_where_it_is(self, path, service):
        assert sync_service(path, windows(OneDrive=r"C:\Users\a\งานจังหวัด")) == service

    @pytest.mark.parametrize(("name", "told"), [("Dropbox", 1), ("งาน", 0)])
    def test_each_refresh_tells_it_and_goes_on(self, tmp_path, name, told):
        folder = tmp_path / name
        folder.mkdir()
        with Ledger(folder / "ledger.sqlite") as ledger:
            collected = collect(tiny_campaign(), folder, ledger, now=NOON)
        assert len(collected.remarks) == told
        assert all("Dropbox" in remark for remark in collected.remarks)
