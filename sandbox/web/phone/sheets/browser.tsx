import type { WebviewSize } from '../../../../core/message/types';
import { Icon } from '../drawn/icon';
import { Sheet } from './sheet';

interface Props {
	url: string;
	/** How the business asked for it to be opened; a browser of its own when absent. */
	webview?: WebviewSize | undefined;
	onClose(): void;
}

/** The phone's browser. It shows the address only: the sandbox loads no page from elsewhere. */
export function BrowserSheet({ url, webview, onClose }: Props) {
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	const web = parsed !== undefined && /^https?:$/.test(parsed.protocol);
	return (
		<Sheet title="Browser" size={webview ?? 'full'} onClose={onClose}>
			<div class="address">
				{parsed?.protocol === 'https:' && <Icon name="lock" label="Secure connection" />}
				<span>{parsed?.host ?? url}</span>
			</div>
			<div class="web-page">
				<span class="web-title">{parsed?.host ?? 'No web address'}</span>
				<span class="line wide" />
				<span class="line" />
				<span class="line short" />
				<p class="fact" tabIndex={0}>
					{url}
				</p>
				<p class="soft">
					{webview ? `Opened inside the chat (${webview} height). ` : ''}The sandbox does not load
					pages.
				</p>
				{web && (
					<a class="primary" href={url} target="_blank" rel="noopener noreferrer">
						Open in New Tab
					</a>
				)}
			</div>
		</Sheet>
	);
}
