@rem SPDX-License-Identifier: Apache-2.0
@echo Reports go to C:\app\out
