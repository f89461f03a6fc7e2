// A real OpenID Connect issuer for the tests: node issuer.mjs PORT REDIRECT_URI. Whoever asks for a
// sign-in is the user of the last POST /control/user; POST /control/rotate replaces its one key, and
// POST /control/lifetime sets how many seconds tokens of programs last.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const users = {
  kim: { roles: ['desk', 'unknown'], accounts: ['ACC-1001', 'ACC-9999'] },
  trader: { roles: ['desk'], accounts: ['ACC-1002'] },
};
const cookieKey = randomBytes(16).toString('hex');
let user = 'kim';
let lifetime = 600;
let provider = withNewKey();

function withNewKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' };
  return new Provider(issuer, {
    jwks: { keys: [key] },
    cookies: { keys: [cookieKey] },
    clients: [
      {
        client_id: 'thor',
        token_endpoint_auth_method: 'none',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
      ...['robot', 'newcomer'].map((name) => ({
        client_id: name,
        client_secret: 'secret-of-the-tests',
        redirect_uris: [],
        grant_types: ['client_credentials'],
        response_types: [],
      })),
    ],
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'roles', 'accounts'] },
    extraTokenClaims: () => users[user],
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...users[id] }) }),
    loadExistingGrant: async (context) => {
      const grant = new provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { IdToken: 600 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) => ({
          scope: 'use',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetime,
        }),
      },
    },
  });
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, issuer);
  if (pathname === '/control/rotate') {
    provider = withNewKey();
    response.end();
  } else if (pathname === '/control/user') {
    user = searchParams.get('name');
    response.end();
  } else if (pathname === '/control/lifetime') {
    lifetime = Number(searchParams.get('seconds'));
    response.end();
  } else if (pathname.startsWith('/interaction/')) {
    await provider.interactionFinished(request, response, { login: { accountId: user } });
  } else {
    provider.callback()(request, response);
  }
}).listen(Number(port), '127.0.0.1');
