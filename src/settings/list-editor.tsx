import { Button, TextControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { arrowDown, arrowUp, trash } from '@wordpress/icons';
import { speak } from '@wordpress/a11y';
import { ColorInput } from '../controls/color-input';
import type { ListItem } from '../entities/boot';
import { keyOf, moved } from './list-rows';

interface ListEditorProps {
	title: string;
	items: ListItem[];
	onChange: ( items: ListItem[] ) => void;
}

const NEW_COLOR = '#57606a';

/** A list of values: label, colour and order can change, the key in the records never does. */
export function ListEditor( { title, items, onChange }: ListEditorProps ) {
	const [ label, setLabel ] = useState( '' );
	const list = useRef< HTMLOListElement >( null );
	const focusDue = useRef< number | null >( null );
	useEffect( () => {
		if ( focusDue.current !== null ) {
			list.current?.querySelectorAll< HTMLInputElement >( 'input[type="text"]' )[ focusDue.current ]?.focus();
			focusDue.current = null;
		}
	} );
	const set = ( index: number, change: Partial< ListItem > ) =>
		onChange( items.map( ( item, position ) => ( position === index ? { ...item, ...change } : item ) ) );
	const move = ( index: number, step: number ) => {
		onChange( moved( items, index, step ) );
		speak(
			sprintf(
				/* translators: 1: label of a value. 2: its place. 3: number of values. */
				__( '%1$s is now at place %2$d of %3$d.', 'carnet-crm' ),
				items[ index ]?.label ?? '',
				index + step + 1,
				items.length
			)
		);
	};
	const add = () => {
		const name = label.trim();
		if ( name ) {
			const key = keyOf(
				name,
				items.map( ( item ) => item.key )
			);
			onChange( [ ...items, { key, label: name, color: NEW_COLOR } ] );
			setLabel( '' );
		}
	};
	return (
		<section className="carnet-form__section">
			<h2>{ title }</h2>
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
						<Button
							size="compact"
							icon={ arrowUp }
							/* translators: %s: label of a value. */
							label={ sprintf( __( 'Move %s up', 'carnet-crm' ), item.label ) }
							disabled={ index === 0 }
							accessibleWhenDisabled
							onClick={ () => move( index, -1 ) }
						/>
						<Button
							size="compact"
							icon={ arrowDown }
							/* translators: %s: label of a value. */
							label={ sprintf( __( 'Move %s down', 'carnet-crm' ), item.label ) }
							disabled={ index === items.length - 1 }
							accessibleWhenDisabled
							onClick={ () => move( index, 1 ) }
						/>
						<Button
							size="compact"
							icon={ trash }
							isDestructive
							/* translators: %s: label of a value. */
							label={ sprintf( __( 'Delete %s', 'carnet-crm' ), item.label ) }
							disabled={ items.length === 1 }
							accessibleWhenDisabled
							onClick={ () => {
								focusDue.current = Math.max( 0, index - 1 );
								onChange( items.filter( ( { key } ) => key !== item.key ) );
							} }
						/>
					</li>
				) ) }
			</ol>
			<form
				className="carnet-add"
				onSubmit={ ( event ) => {
					event.preventDefault();
					add();
				} }
			>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'New value', 'carnet-crm' ) }
					value={ label }
					maxLength={ 60 }
					onChange={ setLabel }
				/>
				<Button __next40pxDefaultSize variant="secondary" type="submit">
					{ __( 'Add', 'carnet-crm' ) }
				</Button>
			</form>
		</section>
	);
}
