// SPDX-License-Identifier: Apache-2.0

// Databases, archives and threads take their time on a busy machine; nothing
// here measures it.
jest.setTimeout(120_000);
