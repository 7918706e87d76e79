import { createRoot } from 'react-dom/client';
import { readKeptTheme, showTheme } from '../ui/theme.ts';
import { App } from './app/app.tsx';

showTheme(readKeptTheme());
const place = document.getElementById('page');
if (place !== null) createRoot(place).render(<App />);
