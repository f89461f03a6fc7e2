// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignIn } from '../src/sign-in';

describe('the form', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  async function opens(answer: () => Response): Promise<HTMLElement | null> {
    const fetched = vi.fn(() => Promise.resolve(answer()));
    vi.stubGlobal('fetch', fetched);
    render(<SignIn reason="" onSignedIn={() => undefined} />);
    await waitFor(() => expect(fetched).toHaveBeenCalledWith('/api/session/methods', expect.anything()));
    // What the form does with the answer needs no time, only its turn.
    await act(() => new Promise((resolve) => setImmediate(resolve)));
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDefined();
    return screen.queryByRole('link', { name: 'Sign in with your organisation' });
  }

  it('leads to the organisation where the server names its route', async () => {
    const link = await opens(() => Response.json({ password: '/api/session', oidc: '/api/session/oidc/login' }));
    expect(link?.getAttribute('href')).toBe('/api/session/oidc/login');
  });

  it.each([
    ['names none', () => Response.json({ password: '/api/session' })],
    ['names another server', () => Response.json({ password: '/api/session', oidc: '//elsewhere' })],
    ['names a script', () => Response.json({ password: '/api/session', oidc: 'javascript:alert(1)' })],
    ['does not know', () => new Response('{}', { status: 404 })],
  ])('asks for a password alone where the server %s', async (_, answer) => {
    expect(await opens(answer)).toBeNull();
  });
});
