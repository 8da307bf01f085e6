import { render } from 'preact';
import { App } from './app';
import '../../theme/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/notice.css';
import './styles/table.css';
import './styles/charts.css';
import './styles/sections.css';

const root = document.getElementById('page');
if (root) render(<App />, root);
