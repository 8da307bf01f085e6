import { nameOf } from '../lib/content';
import { Sheet } from './sheet';

/** A file in full size, as a phone shows it. */
export function MediaSheet({ url, onClose }: { url: string; onClose(): void }) {
	const name = nameOf(url);
	return (
		<Sheet title={name} size="full" onClose={onClose}>
			<Shown url={url} name={name} />
			<a class="primary" href={url} target="_blank" rel="noopener noreferrer">
				Open in New Tab
			</a>
		</Sheet>
	);
}

function Shown({ url, name }: { url: string; name: string }) {
	if (/\.(mp4|m4v|webm|mpeg|3gp)([?#]|$)/i.test(url))
		return <video class="viewed" src={url} controls aria-label={name} />;
	if (/\.(mp3|aac|m4a|ogg|mpga)([?#]|$)/i.test(url))
		return <audio class="viewed" src={url} controls aria-label={name} />;
	if (/\.pdf([?#]|$)/i.test(url)) return <p class="fact">{name}</p>;
	return <img class="viewed" src={url} alt={name} />;
}
