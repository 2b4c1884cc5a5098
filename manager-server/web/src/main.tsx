import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './style/theme.css';
import './style/shell.css';
import './style/parts.css';
import './style/site-state.css';

const root = document.getElementById('page');
if (root === null) throw new TypeError('the page has no #page');
createRoot(root).render(<App />);
