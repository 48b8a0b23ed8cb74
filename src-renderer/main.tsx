// First: it must run before any schema is built.
import './app/strict-csp.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app/App.tsx';
import { startLiveUpdates } from './stores/live-query.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root.');

startLiveUpdates();
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
