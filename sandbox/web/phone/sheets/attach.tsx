import { Icon } from '../drawn/icon';
import { Sheet } from './sheet';

/** What every phone has at hand: files of the sandbox's own. */
const photos = ['parcel', 'shoe', 'mug', 'lamp'];
const document = 'receipt.pdf';

interface Props {
	onFile(name: string): void;
	onLocation(): void;
	onClose(): void;
}

/** What the person can send besides words. */
export function AttachSheet({ onFile, onLocation, onClose }: Props) {
	return (
		<Sheet title="Attach" onClose={onClose}>
			<h4>Photos</h4>
			<div class="photos">
				{photos.map((name) => (
					<button
						key={name}
						type="button"
						aria-label={`Send a picture: ${name}`}
						onClick={() => onFile(`${name}.svg`)}
					>
						<img src={`/media/${name}.svg`} alt="" />
					</button>
				))}
			</div>
			<div class="choices">
				<button type="button" onClick={() => onFile(document)}>
					<Icon name="document" />
					Send a file: {document}
				</button>
				<button type="button" onClick={onLocation}>
					<Icon name="sharePlace" />
					Send my location
				</button>
			</div>
		</Sheet>
	);
}
