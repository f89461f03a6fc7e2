import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { Dashboard } from './dashboard';
import './styles/base.css';
import './styles/chrome.css';
import './styles/panels.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App page={Dashboard} />
    </StrictMode>,
  );
}
