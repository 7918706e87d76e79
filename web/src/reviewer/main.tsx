import './pages/app/no-generated-code.ts';
import { createRoot } from 'react-dom/client';
import { readKeptTheme, showTheme } from '../ui/theme.ts';
import { App } from './pages/app/app.tsx';
import workerAddress from './worker/worker.ts?worker&url';

showTheme(readKeptTheme());
const place = document.getElementById('page');
if (place !== null) createRoot(place).render(<App worker={workerAddress} />);
