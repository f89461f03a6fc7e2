#!/usr/bin/env bash
# Thor's one script: builds what is out of date and starts the right program.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
  cat <<'HELP'
usage: ./thor VERB [OPTIONS]

  run      start Thor on Payara Micro, with an embedded database and recorded trades
  ear      build ear/target/thor.ear, for any Jakarta EE 10 server
  test     run all tests that CI runs; --all adds the long suites
  servers  test the same thor.ear on Payara Server, WildFly, Open Liberty and GlassFish, and the Payara Micro build
  ctl      thorctl, the operator's command line
  bench    measure: fanout, to many sessions, or jmh, of parts

./thor VERB --help tells more.
HELP
}

fail() {
  echo "thor: $*" >&2
  exit 2
}

java_version() {
  "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

require_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null || fail "there is no java; install JDK 17 or set JAVA_HOME to one"
  local version
  version=$(java_version "$java")
  [ "${version:-0}" -ge 17 ] || fail "java is version ${version:-unknown}; set JAVA_HOME to JDK 17 or newer"
}

require_maven() {
  command -v mvn >/dev/null || fail "there is no mvn; install Maven 3.8.7 or newer"
}

# Whether any source is newer than the artifact; everything counts, for modules depend on each other.
out_of_date() {
  [ ! -f "$1" ] || [ -n "$(find "$root" \( -name target -o -name node_modules -o -name .git -o -name .thor -o -name dist \) -prune \
    -o -type f \( -path '*/src/main/*' -o -path '*/web-ui/*/src/*' -o -path '*/web-ui/app/*' -o -name pom.xml \) -newer "$1" -print -quit)" ]
}

# build MODULE ARTIFACT: packages a module and what it needs, without tests.
build() {
  out_of_date "$root/$2" || return 0
  require_maven
  echo "building $1 ..." >&2
  mvn -f "$root/pom.xml" -q -B -ntp package -DskipTests -Pclass-archive -pl "$1" -am >&2 || fail "the build failed"
  touch "$root/$2"
}

# After a full collection the heap gives empty pages back, so that resident memory tells what is used.
export THOR_JAVA_OPTS=${THOR_JAVA_OPTS--XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10}

verb_run() {
  require_java
  build micro micro/target/thor.jsa
  export THOR_HOME=${THOR_HOME:-$root/.thor}
  # Classes come from the archive that the build's first start has left, where it fits.
  # shellcheck disable=SC2086
  exec "$java" $THOR_JAVA_OPTS "-XX:SharedArchiveFile=$root/micro/target/thor.jsa" '-Xlog:cds*=off' -jar "$root/micro/target/thor-launcher.jar" "$@"
}

verb_ear() {
  case "${1:-}" in
    --help | -h) echo "usage: ./thor ear   builds ear/target/thor.ear where it is out of date"; return ;;
    ?*) fail "ear takes no '$1'; see ./thor ear --help" ;;
  esac
  require_java
  build ear ear/target/thor.ear
  echo "$root/ear/target/thor.ear"
}

verb_ctl() {
  require_java
  build cli cli/target/thorctl.jar
  # A command lives for a second: what starts fast matters, not what runs fast.
  exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$root/cli/target/thorctl.jar" "$@"
}

verb_bench() {
  require_java
  build bench bench/target/thor-bench.jar
  local benchmark=()
  if [ "${1:-}" = fanout ]; then
    shift
    # A server that runs already is not built.
    [[ " $* " == *" --pid"* ]] || build micro micro/target/thor.jsa
    benchmark=(fanout --launcher "$root/micro/target/thor-launcher.jar")
  fi
  exec "$java" -jar "$root/bench/target/thor-bench.jar" "${benchmark[@]}" "$@"
}

verb_test() {
  exec "$root/tests/run" "$@"
}

verb_servers() {
  exec "$root/tests/servers" "$@"
}

verb=${1:-}
[ $# -gt 0 ] && shift
case "$verb" in
  run | ear | ctl | bench | test | servers) "verb_$verb" "$@" ;;
  "" | --help | -h | help) usage ;;
  *) usage >&2; fail "there is no verb '$verb'" ;;
esac
