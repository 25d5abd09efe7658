import type { Announcements, DragEndEvent } from '@dnd-kit/core';
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import {
	arrayMove,
	SortableContext,
	sortableKeyboardCoordinates,
	useSortable,
	verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { dragHandle } from '@wordpress/icons';
import { keepFocus } from '../shared/keep-focus';
import { useKeepFocus } from '../shared/use-keep-focus';
import { placeLabels } from './places';
import type { Layout } from './use-layout';

interface ArrangeProps {
	layout: Layout;
	onArrange: ( widgets: string[] ) => void;
	onReset: () => void;
	onDone: () => void;
}

function SortableWidget( { id, label, onRemove }: { id: string; label: string; onRemove: () => void } ) {
	const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable( { id } );
	return (
		<li
			ref={ setNodeRef }
			style={ { transform: transform ? `translateY(${ Math.round( transform.y ) }px)` : undefined, transition } }
		>
			<Button
				{ ...attributes }
				{ ...listeners }
				ref={ setActivatorNodeRef }
				icon={ dragHandle }
				/* translators: %s: name of a widget. */
				label={ sprintf( __( 'Move %s', 'carnet-crm' ), label ) }
			/>
			<span>{ label }</span>
			<Button variant="tertiary" isDestructive onClick={ onRemove }>
				{ __( 'Remove', 'carnet-crm' ) }
				<span className="screen-reader-text"> { label }</span>
			</Button>
		</li>
	);
}

/** The first button of the row that has taken the place of another. */
function buttonAt( list: HTMLElement | null, index: number ) {
	const row = list?.children[ index ] ?? list?.lastElementChild;
	return row?.querySelector( 'button' );
}

/** Puts the widgets of the dashboard in order, by mouse or keyboard, removes them and brings them back. */
export default function Arrange( { layout, onArrange, onReset, onDone }: ArrangeProps ) {
	const { widgets, available } = layout;
	const labels = placeLabels();
	const nameOf = ( id: string | number ) => labels[ id ] ?? String( id );
	const left = available.filter( ( id ) => ! widgets.includes( id ) );
	const doneButton = useRef< HTMLButtonElement >( null );
	const mine = useRef< HTMLUListElement >( null );
	const more = useRef< HTMLUListElement >( null );
	const keepFocusAt = useKeepFocus();
	useEffect( () => keepFocus( doneButton.current ), [] );
	const sensors = useSensors(
		useSensor( PointerSensor, { activationConstraint: { distance: 4 } } ),
		useSensor( KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates } )
	);
	const at = ( id: string | number ) =>
		sprintf(
			/* translators: 1: name of a widget. 2: its place. 3: number of widgets. */
			__( '%1$s is in place %2$d of %3$d.', 'carnet-crm' ),
			nameOf( id ),
			widgets.indexOf( String( id ) ) + 1,
			widgets.length
		);
	const over = ( id: string | number, target: string | number | undefined ) =>
		sprintf(
			/* translators: 1: name of a widget. 2: its place. 3: number of widgets. */
			__( '%1$s moves to place %2$d of %3$d.', 'carnet-crm' ),
			nameOf( id ),
			widgets.indexOf( String( target ?? id ) ) + 1,
			widgets.length
		);
	const announcements: Announcements = {
		onDragStart: ( { active } ) => at( active.id ),
		onDragOver: ( { active, over: target } ) => over( active.id, target?.id ),
		onDragEnd: ( { active, over: target } ) => over( active.id, target?.id ),
		onDragCancel: ( { active } ) => at( active.id ),
	};
	const onDragEnd = ( { active, over: target }: DragEndEvent ) => {
		if ( target && target.id !== active.id ) {
			onArrange(
				arrayMove( widgets, widgets.indexOf( String( active.id ) ), widgets.indexOf( String( target.id ) ) )
			);
		}
	};
	return (
		<div className="carnet-arrange">
			<div className="carnet-buttons">
				<Button ref={ doneButton } __next40pxDefaultSize variant="primary" onClick={ onDone }>
					{ _x( 'Done', 'button', 'carnet-crm' ) }
				</Button>
				<Button __next40pxDefaultSize variant="secondary" onClick={ onReset }>
					{ __( 'Reset', 'carnet-crm' ) }
				</Button>
			</div>
			<DndContext
				sensors={ sensors }
				collisionDetection={ closestCenter }
				onDragEnd={ onDragEnd }
				accessibility={ {
					announcements,
					screenReaderInstructions: {
						draggable: __(
							'Press the space bar to pick the widget up, the arrow keys to move it, the space bar to put it down, Escape to leave it where it was.',
							'carnet-crm'
						),
					},
				} }
			>
				<SortableContext items={ widgets } strategy={ verticalListSortingStrategy }>
					<ul ref={ mine } className="carnet-arrange__list" aria-label={ __( 'My widgets', 'carnet-crm' ) }>
						{ widgets.map( ( id, index ) => (
							<SortableWidget
								key={ id }
								id={ id }
								label={ nameOf( id ) }
								onRemove={ () => {
									onArrange( widgets.filter( ( other ) => other !== id ) );
									keepFocusAt( () => buttonAt( mine.current, index ) ?? doneButton.current );
									/* translators: %s: name of a widget. */
									speak( sprintf( __( '%s was removed.', 'carnet-crm' ), nameOf( id ) ) );
								} }
							/>
						) ) }
					</ul>
				</SortableContext>
			</DndContext>
			{ left.length > 0 && (
				<>
					<h2>{ __( 'More widgets', 'carnet-crm' ) }</h2>
					<ul ref={ more } className="carnet-arrange__list" aria-label={ __( 'More widgets', 'carnet-crm' ) }>
						{ left.map( ( id, index ) => (
							<li key={ id }>
								<span>{ nameOf( id ) }</span>
								<Button
									variant="secondary"
									onClick={ () => {
										onArrange( [ ...widgets, id ] );
										keepFocusAt(
											() =>
												buttonAt( more.current, index ) ??
												buttonAt( mine.current, widgets.length )
										);
										/* translators: %s: name of a widget. */
										speak( sprintf( __( '%s was added.', 'carnet-crm' ), nameOf( id ) ) );
									} }
								>
									{ __( 'Add', 'carnet-crm' ) }
									<span className="screen-reader-text"> { nameOf( id ) }</span>
								</Button>
							</li>
						) ) }
					</ul>
				</>
			) }
		</div>
	);
}
