import type { Media } from '../../../../core/message/types';
import { mediaKind, mediaName, mediaSigns } from '../../../../handset/media';
import { Sheet } from './sheet';

/** A file in full size, as a phone shows it. */
export function MediaSheet({ media, onClose }: { media: Media; onClose(): void }) {
	return (
		<Sheet title={mediaName(media)} size="full" onClose={onClose}>
			<Shown media={media} />
			<a class="primary" href={media.url} target="_blank" rel="noopener noreferrer">
				Open in New Tab
			</a>
		</Sheet>
	);
}

function Shown({ media }: { media: Media }) {
	const [kind, name] = [mediaKind(media), mediaName(media)];
	switch (kind) {
		case 'image':
			return <img class="viewed" src={media.url} alt={name} />;
		case 'video':
			return <video class="viewed" src={media.url} controls aria-label={name} />;
		case 'audio':
			return <audio class="viewed" src={media.url} controls aria-label={name} />;
		default:
			return <p class="fact">{mediaSigns[kind].words}</p>;
	}
}
