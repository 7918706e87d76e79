import { createRoot } from 'react-dom/client';
import { readKeptTheme, showTheme } from '../ui/theme.ts';
import { App } from './app/app.tsx';
import { openDesk } from './desk/desk.tsx';

showTheme(readKeptTheme());
const place = document.getElementById('page');
// The token behind `#` must be out of the address before pages are looked up by it.
const desk = openDesk();
if (place !== null) createRoot(place).render(<App desk={desk} />);
