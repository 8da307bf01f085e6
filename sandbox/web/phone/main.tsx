import { render } from 'preact';
import { styles } from '../../../handset/styles';
import { App } from './app';
import './styles/base.css';
import './styles/side.css';
import './styles/device.css';
import './styles/screen.css';
import './styles/chat.css';
import './styles/sheets.css';
import './styles/inspector.css';
import './styles/small.css';

// The handset's style sheet is text: as a sheet of its own it needs no exception in the page's policy.
const handset = new CSSStyleSheet();
handset.replaceSync(styles);
document.adoptedStyleSheets = [handset];

const root = document.getElementById('page');
if (root) render(<App />, root);
