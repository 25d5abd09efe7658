import { TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ColorInput } from '../controls/color-input';
import type { ListItem } from '../entities/boot';
import { AddRow } from './add-row';
import { keyOf } from './list-rows';
import { RowButtons } from './row-buttons';
import { useRowFocus } from './use-row-focus';

interface ListEditorProps {
	title: string;
	/** Names of the nouns that have it: titles alone do not tell whose status it is. */
	nouns: string[];
	/** What one should know of the list. */
	help?: string;
	items: ListItem[];
	onChange: ( items: ListItem[] ) => void;
}

const NEW_COLOR = '#57606a';

/** Per cent, 0 to 100, of a deal that is in this stage. */
function Probability( { item, onChange }: { item: ListItem; onChange: ( probability: number ) => void } ) {
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className="carnet-rows__number"
			type="number"
			min={ 0 }
			max={ 100 }
			/* translators: %s: label of a stage. */
			label={ sprintf( __( 'Probability of %s, in per cent', 'carnet-crm' ), item.label ) }
			hideLabelFromVision
			value={ item.probability ?? 0 }
			onChange={ ( typed ) => onChange( Math.min( 100, Math.max( 0, Math.round( Number( typed ) ) || 0 ) ) ) }
		/>
	);
}

/** A list of values: label, colour and order can change, the key in the records never does. */
export function ListEditor( { title, nouns, help, items, onChange }: ListEditorProps ) {
	const [ label, setLabel ] = useState( '' );
	const { list, leave } = useRowFocus();
	const isStaged = items.some( ( { probability } ) => probability !== undefined );
	const set = ( index: number, change: Partial< ListItem > ) =>
		onChange( items.map( ( item, position ) => ( position === index ? { ...item, ...change } : item ) ) );
	const add = () => {
		const name = label.trim();
		if ( name ) {
			const key = keyOf(
				name,
				items.map( ( item ) => item.key )
			);
			// A stage at the end is no less likely than the one before it.
			const probability = isStaged ? { probability: items.at( -1 )?.probability ?? 0 } : {};
			onChange( [ ...items, { key, label: name, color: NEW_COLOR, ...probability } ] );
			setLabel( '' );
		}
	};
	return (
		<section className="carnet-form__section">
			<h2>{ title }</h2>
			<p>{ new Intl.ListFormat( document.documentElement.lang || 'en' ).format( nouns ) }</p>
			{ help && <p>{ help }</p> }
			<ol className="carnet-rows" ref={ list }>
				{ items.map( ( item, index ) => (
					<li key={ item.key }>
						<ColorInput
							/* translators: %s: label of a value. */
							label={ sprintf( __( 'Color of %s', 'carnet-crm' ), item.label ) }
							value={ item.color ?? NEW_COLOR }
							onChange={ ( color ) => set( index, { color } ) }
						/>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							/* translators: %s: key of a value, as stored in records. */
							label={ sprintf( __( 'Label of %s', 'carnet-crm' ), item.key ) }
							hideLabelFromVision
							value={ item.label }
							maxLength={ 60 }
							onChange={ ( changed ) => set( index, { label: changed } ) }
						/>
						{ isStaged && (
							<span className="carnet-rows__unit">
								<Probability
									item={ item }
									onChange={ ( probability ) => set( index, { probability } ) }
								/>
								<span aria-hidden="true">%</span>
							</span>
						) }
						<RowButtons
							items={ items }
							index={ index }
							label={ item.label }
							onChange={ onChange }
							onDelete={ () => leave( index ) }
						/>
					</li>
				) ) }
			</ol>
			<AddRow onAdd={ add }>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'New value', 'carnet-crm' ) }
					value={ label }
					maxLength={ 60 }
					onChange={ setLabel }
				/>
			</AddRow>
		</section>
	);
}
