import { render } from 'preact';
import { styles } from '../../../handset/styles';
import { App } from './app';
import '../../../theme/base.css';
import '../styles/side.css';
import './styles/page.css';
import './styles/phoneList.css';
import './styles/device.css';
import './styles/screen.css';
import './styles/header.css';
import './styles/composer.css';
import './styles/inbox.css';
import './styles/chat.css';
import './styles/cards.css';
import './styles/answers.css';
import './styles/sheet.css';
import './styles/browser.css';
import './styles/dialler.css';
import './styles/map.css';
import './styles/sheets.css';
import './styles/inspector.css';
import './styles/states.css';
import './styles/exchange.css';
import './styles/small.css';
import './styles/strip.css';

// The handset's style sheet is text: as a sheet of its own it needs no exception in the page's policy.
const handset = new CSSStyleSheet();
handset.replaceSync(styles);
document.adoptedStyleSheets = [handset];

const root = document.getElementById('page');
if (root) render(<App />, root);
