"""What each Python client of this folder does with Gatehouse. Prints what it saw as JSON."""
import json
import os

TOUR = json.loads(os.environ["TOUR"])
ISSUER = TOUR["issuer"]


def tour(connect):
    """`connect(id, secret)` makes a client: `token(scope)`, `call(url, token)`, `revoke(token)`, `error_of(error)`, `introspect`."""
    client = connect(**TOUR["main"])
    other = connect(**TOUR["powerless"])
    api = ISSUER + "/api/v1/auth/me"

    def refusal(attempt):
        try:
            attempt()
        except Exception as error:
            return client.error_of(error)
        return "no refusal"

    token = client.token("projects:read")
    empty = other.token()
    seen = {
        "type": token["token_type"].lower(),
        "scope": text(token.get("scope")),
        "emptyScope": empty.get("scope", "absent"),
        "lifetime": token["expires_in"],
        "status": client.call(api, token["access_token"]),
        "wrongSecret": refusal(lambda: connect(TOUR["main"]["id"], "wrong").token()),
        "tooWide": refusal(lambda: client.token("users:write")),
        "othersToken": refusal(lambda: client.revoke(empty["access_token"])),
    }
    if hasattr(client, "introspect"):
        inspected = client.introspect(token["access_token"])
        seen["introspected"] = {
            "active": inspected["active"],
            "scope": inspected["scope"],
            "emptyScope": client.introspect(empty["access_token"]).get("scope", "absent"),
        }
    client.revoke(token["access_token"])
    client.revoke(token["access_token"])  # now a token that nobody knows
    seen["statusAfter"] = client.call(api, token["access_token"])
    if hasattr(client, "introspect"):
        seen["introspectedAfter"] = client.introspect(token["access_token"])
    print(json.dumps(seen))


def text(scope):
    """oauthlib makes a list of it."""
    return scope if isinstance(scope, str) else " ".join(scope)
