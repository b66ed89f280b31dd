// SPDX-License-Identifier: Apache-2.0

/**
 * Packages of npm that hold machine code for one C library.
 *
 * Source: the packages' own pages at https://www.npmjs.com.
 * Basis: knowledge, 2026-11-21.
 */
export const NATIVE_NODE_MODULES: ReadonlySet<string> = new Set(
  'argon2 bcrypt better-sqlite3 bufferutil canvas @napi-rs/canvas couchbase deasync dtrace-provider ffi-napi grpc heapdump ibm_db isolated-vm kerberos leveldown libpq libxmljs libxmljs2 lightningcss lmdb memcached microtime mongodb-client-encryption msnodesqlv8 node-rdkafka node-sass nodegit odbc oracledb pg-native re2 rocksdb segfault-handler serialport sharp skia-canvas snappy sodium-native sqlite3 tree-sitter usb uws zeromq'.split(
    ' ',
  ),
);

/**
 * Packages of PyPI that hold machine code for one C library.
 *
 * Source: the packages' files at https://pypi.org.
 * Basis: knowledge, 2026-11-21.
 */
export const NATIVE_PYTHON_MODULES: ReadonlySet<string> = new Set(
  'aiohttp asyncpg bcrypt cffi confluent-kafka cryptography duckdb gevent greenlet grpcio h5py hiredis httptools lxml markupsafe matplotlib mysqlclient numpy opencv-python opencv-python-headless orjson pandas pillow polars psutil psycopg-binary psycopg2 psycopg2-binary pyarrow pycryptodome pydantic pydantic-core pymssql pynacl pyodbc pyzmq rpds-py ruamel.yaml.clib scikit-learn scipy shapely tensorflow tiktoken tokenizers torch ujson uvloop xmlsec zstandard'.split(
    ' ',
  ),
);
