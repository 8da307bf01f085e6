import { render } from 'preact';
import { App } from './app';
import './styles/crm.css';

const root = document.getElementById('page');
if (root) render(<App />, root);
