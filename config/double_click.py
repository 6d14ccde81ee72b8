"""Files to double-click on Windows: the office opens no terminal (domain.md §8)."""

from __future__ import annotations

from pathlib import Path

HOME = Path(__file__).parent.parent
_ELSEWHERE = r"C:\rapsap"

# No labels and no brackets: cmd.exe loses its place in a file of UTF-8 letters when it jumps, and
# takes a «)» in a folder's name for its own. «%~dp0.» ends in a dot, for «\"» would hide the quote.
_SCRIPT = r"""@echo off
chcp 65001 >nul
rem {title}
rem ดับเบิลคลิกไฟล์นี้ได้เลย ไฟล์นี้ใช้กับโฟลเดอร์ที่ไฟล์วางอยู่
rem เขียนตามเอกสารของ Microsoft ยังไม่ได้ทดลองบนเครื่อง Windows จริง
rem หากย้ายโปรแกรม rapsap ไปที่อื่น ให้แก้บรรทัดถัดไป
set "RAPSAP={home}"
set "PYTHON=%RAPSAP%\.venv\Scripts\python.exe"
if not exist "%PYTHON%" echo ไม่พบโปรแกรม rapsap ที่ "%RAPSAP%" โปรดแก้บรรทัด RAPSAP ในไฟล์นี้
if not exist "%PYTHON%" pause
if not exist "%PYTHON%" exit /b 2
pushd "%RAPSAP%"
"%PYTHON%" -X utf8 -m rapsap {command} "%~dp0."
set "CODE=%ERRORLEVEL%"
popd
echo.
if "%CODE%"=="0" echo เสร็จเรียบร้อย
if not "%CODE%"=="0" echo จบด้วยรหัส %CODE% โปรดอ่านข้อความข้างบน
pause
exit /b %CODE%
"""
_COMMANDS = {
    "ปรับปรุงข้อมูล.cmd": ("refresh", "ปรับปรุงข้อมูลของรอบการดำเนินงานนี้"),
    "ตรวจสอบ.cmd": ("check", "ตรวจสอบรอบการดำเนินงานนี้ โดยไม่เปลี่ยนแปลงอะไร"),
}


def scripts(*, on_windows: bool, home: Path = HOME) -> dict[str, bytes]:
    """Return the files by name; made elsewhere than on Windows, they look at its usual place."""
    where = str(home).replace("%", "%%") if on_windows else _ELSEWHERE
    return {
        name: _SCRIPT.format(title=title, home=where, command=command)
        .replace("\n", "\r\n")
        .encode()
        for name, (command, title) in _COMMANDS.items()
    }
