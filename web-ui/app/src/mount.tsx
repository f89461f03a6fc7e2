import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type PageProps } from './app';
import './styles/base.css';
import './styles/chrome.css';

/** Draws a page, once somebody has signed in. */
export function mount(page: ComponentType<PageProps>): void {
  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <App page={page} />
      </StrictMode>,
    );
  }
}
