import sys

import requests
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, JsonWebToken
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata, get_well_known_url
from tour import ISSUER, tour

METADATA = AuthorizationServerMetadata(requests.get(get_well_known_url(ISSUER, external=True)).json())
METADATA.validate()
KEYS = JsonWebKey.import_key_set(requests.get(METADATA["jwks_uri"]).json())


class Client:
    def __init__(self, id, secret):
        method = "client_secret_post" if sys.argv[1] == "body" else "client_secret_basic"
        self.session = OAuth2Session(
            id, secret, token_endpoint_auth_method=method, revocation_endpoint_auth_method=method
        )

    def token(self, scope=None):
        asked = {} if scope is None else {"scope": scope}
        token = self.session.fetch_token(METADATA["token_endpoint"], grant_type="client_credentials", **asked)
        if token["access_token"].startswith("ey"):  # RFC 9068 §4
            required = {"iss": {"value": ISSUER}, "aud": {"value": ISSUER}, "exp": {"essential": True}}
            JsonWebToken(["ES256"]).decode(token["access_token"], KEYS, claims_options=required).validate()
        return token

    def call(self, url, token):
        return requests.get(url, headers={"Authorization": "Bearer " + token}).status_code

    def introspect(self, token):
        return self.session.introspect_token(METADATA["introspection_endpoint"], token=token).json()

    def revoke(self, token):
        answer = self.session.revoke_token(METADATA["revocation_endpoint"], token=token)
        body = answer.json()
        if answer.status_code != 200:
            raise ValueError(body["error"])

    def error_of(self, error):
        return getattr(error, "error", None) or str(error)


tour(Client)
