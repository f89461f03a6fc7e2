import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../app';
import { ExamplesPage } from './examples-page';
import '../styles/base.css';
import '../styles/chrome.css';
import './examples.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App page={ExamplesPage} />
    </StrictMode>,
  );
}
