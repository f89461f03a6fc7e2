import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../app';
import { Console } from './console';
import '../styles/base.css';
import '../styles/chrome.css';
import '../styles/console.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App page={Console} />
    </StrictMode>,
  );
}
