#!/usr/bin/env bash
# What a shell script does with Gatehouse. Prints what it saw as JSON.
set -euo pipefail
issuer=$(jq -r .issuer <<<"$TOUR")

# an endpoint, a client of the tour, its secret or '' for its own, further options
form() {
  local path=$1 id secret
  id=$(jq -r ".$2.id" <<<"$TOUR")
  secret=${3:-$(jq -r ".$2.secret" <<<"$TOUR")}
  shift 3
  if [ "$way" = body ]; then
    curl -sS "$issuer/oauth/$path" -d "client_id=$id" -d "client_secret=$secret" "$@"
  else
    curl -sS "$issuer/oauth/$path" -u "$id:$secret" "$@"
  fi
}
status() {
  curl -sS -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $1" "$issuer/api/v1/auth/me"
}
revoke() {
  [ "$(form revoke main '' -d "token=$1" | jq -c .)" = '{}' ] || { echo 'not revoked' >&2; exit 1; }
}
way=$1
grant=(-d grant_type=client_credentials)

token=$(form token main '' "${grant[@]}" -d scope=projects:read)
value=$(jq -r .access_token <<<"$token")
empty=$(form token powerless '' "${grant[@]}")
other=$(jq -r .access_token <<<"$empty")
seen=$(jq -n --argjson token "$token" --argjson empty "$empty" \
  --arg status "$(status "$value")" \
  --arg wrong "$(form token main wrong "${grant[@]}" | jq -r .error)" \
  --arg wide "$(form token main '' "${grant[@]}" -d scope=users:write | jq -r .error)" \
  --arg others "$(form revoke main '' -d "token=$other" | jq -r .error)" \
  --argjson introspected "$(form introspect main '' -d "token=$value")" \
  --argjson other "$(form introspect main '' -d "token=$other")" '
    def scope: if has("scope") then .scope else "absent" end;
    { type: ($token.token_type | ascii_downcase), scope: $token.scope, emptyScope: ($empty | scope),
      lifetime: $token.expires_in, status: ($status | tonumber), wrongSecret: $wrong, tooWide: $wide, othersToken: $others,
      introspected: { active: $introspected.active, scope: $introspected.scope, emptyScope: ($other | scope) } }')
revoke "$value"
revoke "$value" # now a token that nobody knows
jq --arg status "$(status "$value")" --argjson after "$(form introspect main '' -d "token=$value")" \
  '.statusAfter = ($status | tonumber) | .introspectedAfter = $after' <<<"$seen"
