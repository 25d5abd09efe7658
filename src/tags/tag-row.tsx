import { speak } from '@wordpress/a11y';
import { Button, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ColorInput } from '../controls/color-input';
import { asApiError } from '../entities/api-error';
import { boot } from '../entities/boot';
import type { Tag } from '../entities/record';
import { listLink } from '../records/screen-address';
import { formatNumber } from '../shared/format-number';
import { wordsOf } from '../words';
import { TagDialog } from './tag-dialog';
import { useTagChanges } from './use-tag-changes';

/** The records that carry a tag, by noun, each with a link to them. */
function TagUsage( { tag }: { tag: Tag } ) {
	return (
		<span className="carnet-rows__note">
			{ Object.entries( boot().entities ).map( ( [ entity, { route } ] ) => {
				const count = tag.usage?.[ route ] ?? 0;
				return (
					count > 0 && (
						<a key={ route } href={ listLink( entity, { params: { tags: [ String( tag.id ) ] } } ) }>
							{ wordsOf( entity )?.found( count, formatNumber( count ) ) }
						</a>
					)
				);
			} ) }
		</span>
	);
}

interface TagRowProps {
	tag: Tag;
	tags: Tag[];
	/** Called when the person has decided that the tag goes. */
	onLeave: () => void;
}

/** One tag; its name is saved when the field is left or Enter is pressed. */
export function TagRow( { tag, tags, onLeave }: TagRowProps ) {
	const [ name, setName ] = useState( tag.name );
	const [ problem, setProblem ] = useState< string >();
	const [ dialog, setDialog ] = useState< 'merge' | 'delete' | null >( null );
	const { change } = useTagChanges();
	const rename = async () => {
		const typed = name.trim();
		if ( typed && typed !== tag.name ) {
			await change( tag, { name: typed }, ( refusal ) => {
				const { message } = asApiError( refusal );
				setProblem( message );
				speak( message, 'assertive' );
			} );
		} else {
			setName( tag.name );
		}
	};
	return (
		<li>
			<ColorInput
				/* translators: %s: name of a tag. */
				label={ sprintf( __( 'Color of %s', 'carnet-crm' ), tag.name ) }
				value={ tag.color ?? '#57606a' }
				onChange={ ( color ) => void change( tag, { color } ) }
			/>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				/* translators: %s: name of a tag. */
				label={ sprintf( __( 'Name of %s', 'carnet-crm' ), tag.name ) }
				hideLabelFromVision
				help={ problem && <span className="carnet-field-error">{ problem }</span> }
				aria-invalid={ problem !== undefined }
				value={ name }
				maxLength={ 60 }
				onChange={ ( typed ) => {
					setName( typed );
					setProblem( undefined );
				} }
				onBlur={ rename }
				onKeyDown={ ( event ) => {
					if ( event.key === 'Enter' ) {
						void rename();
					}
				} }
			/>
			<TagUsage tag={ tag } />
			<Button
				size="compact"
				variant="secondary"
				onClick={ () => setDialog( 'merge' ) }
				disabled={ tags.length < 2 }
				accessibleWhenDisabled
			>
				{ __( 'Merge…', 'carnet-crm' ) }
			</Button>
			<Button size="compact" variant="secondary" isDestructive onClick={ () => setDialog( 'delete' ) }>
				{ __( 'Delete…', 'carnet-crm' ) }
			</Button>
			{ dialog && (
				<TagDialog
					name={ dialog }
					tag={ tag }
					tags={ tags }
					onClose={ () => setDialog( null ) }
					onLeave={ onLeave }
				/>
			) }
		</li>
	);
}
