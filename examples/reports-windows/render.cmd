@rem SPDX-License-Identifier: Apache-2.0
@echo off
rem One report: the fonts that it may use, and where it is written to.
set REPORT=C:\app\out\report.txt
echo Report of %DATE% > %REPORT%
dir /b C:\app\fonts >> %REPORT%
type %REPORT%
