import './app/no-generated-code.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { readKeptTheme, showTheme } from './base/theme.ts';

showTheme(readKeptTheme());
const place = document.getElementById('page');
if (place !== null) createRoot(place).render(<App />);
