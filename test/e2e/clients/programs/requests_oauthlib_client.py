import sys

import requests
from oauthlib.oauth2 import BackendApplicationClient
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session
from tour import ISSUER, tour

IN_BODY = sys.argv[1] == "body"


class Client:
    def __init__(self, id, secret):
        self.id, self.secret = id, secret
        self.backend = BackendApplicationClient(client_id=id)

    def token(self, scope=None):
        # the scope of the session is not sent
        session = OAuth2Session(client=BackendApplicationClient(client_id=self.id, scope=scope))
        url = ISSUER + "/oauth/token"
        if IN_BODY:
            return session.fetch_token(url, client_secret=self.secret, include_client_id=True)
        return session.fetch_token(url, auth=HTTPBasicAuth(self.id, self.secret))

    def call(self, url, token):
        session = OAuth2Session(client=BackendApplicationClient(client_id=self.id), token={"access_token": token})
        return session.get(url).status_code

    def revoke(self, token):
        own = {"client_id": self.id, "client_secret": self.secret} if IN_BODY else {}
        url, headers, body = self.backend.prepare_token_revocation_request(ISSUER + "/oauth/revoke", token, **own)
        auth = None if IN_BODY else HTTPBasicAuth(self.id, self.secret)
        answer = requests.post(url, headers=headers, data=body, auth=auth)
        if answer.status_code != 200 or answer.json() != {}:
            raise ValueError(answer.json()["error"])

    def error_of(self, error):
        return getattr(error, "error", None) or str(error)


tour(Client)
