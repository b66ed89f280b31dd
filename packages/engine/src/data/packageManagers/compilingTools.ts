// SPDX-License-Identifier: Apache-2.0
import type { DependencyToolRow } from './dependencyTools.ts';

/**
 * Tools of languages whose programs are compiled, by name.
 *
 * Source: as in dependencyTools.ts.
 * Basis: knowledge, 2026-11-21.
 */
export const COMPILING_TOOLS: Readonly<Record<string, DependencyToolRow>> = {
  Go: {
    programs: 'go',
    ecosystem: 'go',
    manifests: 'go.mod',
    lockFiles: 'go.sum',
    caches: '/go/pkg/mod ~/go/pkg/mod ~/.cache/go-build',
    cacheVariables: 'GOMODCACHE GOCACHE GOPATH',
    install: 'mod download,get',
    build: 'build,install',
    valueOptions:
      '-o -ldflags -gcflags -asmflags -gccgoflags -tags -mod -modfile -buildmode -buildvcs -compiler -installsuffix -pkgdir -toolexec -overlay -p -exec -covermode -coverpkg -pgo',
    folderOptions: '-C',
    hasLongOptions: true,
  },
  Cargo: {
    // The second one cross-compiles: https://github.com/tonistiigi/xx.
    programs: 'cargo xx-cargo',
    ecosystem: 'rust',
    manifests: 'Cargo.toml',
    lockFiles: 'Cargo.lock',
    caches:
      '/usr/local/cargo/registry /usr/local/cargo/git ~/.cargo/registry ~/.cargo/git target',
    cacheVariables: 'CARGO_HOME CARGO_TARGET_DIR SCCACHE_DIR',
    install: 'fetch,vendor,chef cook',
    build: 'build,b,install,rustc,zigbuild,auditable build,leptos build',
    valueOptions:
      '--target --target-dir --profile -p --package --bin --bins --example --features -F -j --jobs --color --config -Z --root --git --branch --tag --rev --version --registry --index --recipe-path --bin-features',
    folderOptions: '--manifest-path --path -C',
  },
  Maven: {
    programs: 'mvn mvnw mvnd',
    ecosystem: 'java',
    manifests: 'pom.xml',
    caches: '~/.m2',
    install:
      'dependency:go-offline,dependency:resolve,dependency:resolve-plugins,dependency:copy-dependencies,dependency:tree',
    build:
      'compile,package,verify,install,deploy,test-compile,process-classes,assembly:single,spring-boot:repackage,jib:build,jib:buildTar',
    hasGoals: true,
    valueOptions:
      '-pl --projects -P --activate-profiles -s --settings -gs --global-settings -l --log-file -rf --resume-from -T --threads -t --toolchains -gt -b --builder --color -D --define',
    folderOptions: '-f --file',
    hasLongOptions: true,
  },
  Gradle: {
    programs: 'gradle gradlew',
    ecosystem: 'java',
    manifests:
      'build.gradle build.gradle.kts settings.gradle settings.gradle.kts',
    caches: '~/.gradle /home/gradle/.gradle',
    cacheVariables: 'GRADLE_USER_HOME',
    install:
      'dependencies,downloadDependencies,resolveDependencies,copyDependencies,resolveAllDependencies',
    build:
      'build,assemble,jar,bootJar,bootWar,war,shadowJar,fatJar,uberJar,installDist,installShadowDist,distTar,distZip,classes,compileJava,compileKotlin,publish,nativeCompile,quarkusBuild,buildFatJar,stage,optimizedJar,buildNativeLayers',
    hasGoals: true,
    valueOptions:
      '-x --exclude-task -I --init-script -g --gradle-user-home --project-cache-dir --console --warning-mode --max-workers -P --project-prop -D --system-prop --configuration',
    folderOptions: '-p --project-dir -b --build-file',
    hasLongOptions: true,
  },
  sbt: {
    programs: 'sbt',
    ecosystem: 'java',
    manifests: 'build.sbt',
    caches: '~/.cache/coursier ~/.ivy2 ~/.sbt ~/.coursier',
    cacheVariables: 'COURSIER_CACHE SBT_GLOBAL_BASE',
    install: 'update',
    build:
      'compile,package,assembly,stage,dist,universal:packageBin,Universal/packageBin,Docker/stage,docker:stage,nativeImage,publishLocal',
    hasGoals: true,
    valueOptions: '-mem -java-home -sbt-dir -ivy',
    hasLongOptions: true,
  },
  Leiningen: {
    programs: 'lein',
    ecosystem: 'java',
    manifests: 'project.clj',
    caches: '~/.m2',
    install: 'deps',
    build: 'uberjar,jar,compile,ring uberjar',
    hasGoals: true,
    valueOptions: '',
  },
  '.NET': {
    programs: 'dotnet',
    ecosystem: 'dotnet',
    manifests: '*.csproj *.fsproj *.vbproj *.sln *.slnx',
    caches: '~/.nuget ~/.local/share/NuGet',
    cacheVariables: 'NUGET_PACKAGES NUGET_HTTP_CACHE_PATH',
    install: 'restore',
    build: 'build,publish,pack,msbuild',
    valueOptions:
      '-c --configuration -o --output -r --runtime -f --framework -v --verbosity --source -s --packages --configfile -a --arch --os --version-suffix --artifacts-path -p --property',
    hasLongOptions: true,
  },
  Mix: {
    programs: 'mix',
    ecosystem: 'elixir',
    manifests: 'mix.exs',
    lockFiles: 'mix.lock',
    caches: '~/.hex ~/.mix ~/.cache/rebar3 deps _build',
    cacheVariables: 'HEX_HOME MIX_HOME',
    install: 'deps.get,deps.compile',
    build: 'compile,release,escript.build',
    valueOptions: '--only',
  },
  Stack: {
    programs: 'stack',
    ecosystem: 'haskell',
    manifests: 'stack.yaml package.yaml *.cabal',
    caches: '~/.stack .stack-work',
    cacheVariables: 'STACK_ROOT',
    install: 'update',
    build: 'build,install',
    valueOptions:
      '--resolver --local-bin-path --ghc-options --flag --stack-yaml --docker-image',
  },
  Cabal: {
    programs: 'cabal',
    ecosystem: 'haskell',
    manifests: '*.cabal cabal.project',
    caches: '~/.cabal ~/.local/state/cabal dist-newstyle',
    cacheVariables: 'CABAL_DIR',
    install: 'update,fetch',
    build: 'build,v2-build,new-build,install,v2-install,new-install',
    valueOptions: '-w --with-compiler --installdir --ghc-options',
  },
  SwiftPM: {
    programs: 'swift',
    ecosystem: 'swift',
    manifests: 'Package.swift',
    lockFiles: 'Package.resolved',
    caches: '~/.cache/org.swift.swiftpm .build',
    install: 'package resolve',
    build: 'build',
    valueOptions:
      '-c --configuration --product --target --scratch-path --build-path --cache-path -Xswiftc -Xlinker -Xcc --swift-sdk -j --jobs',
    folderOptions: '--package-path',
    hasLongOptions: true,
  },
  pub: {
    programs: 'dart flutter',
    ecosystem: 'dart',
    manifests: 'pubspec.yaml',
    lockFiles: 'pubspec.lock',
    caches: '~/.pub-cache',
    cacheVariables: 'PUB_CACHE',
    install: 'pub get',
    build: 'compile,build',
    valueOptions: '-o --output -t --target',
    folderOptions: '-C --directory',
  },
};
