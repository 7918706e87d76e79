import './pages/app/no-generated-code.ts';
import { createRoot } from 'react-dom/client';
import { App } from './pages/app/app.tsx';
import { readKeptTheme, showTheme } from './pages/base/theme.ts';
import workerAddress from './worker/worker.ts?worker&url';

showTheme(readKeptTheme());
const place = document.getElementById('page');
if (place !== null) createRoot(place).render(<App worker={workerAddress} />);
