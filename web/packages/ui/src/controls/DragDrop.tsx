// SPDX-License-Identifier: EUPL-1.2
import { useRef, type ReactElement, type ReactNode } from 'react';
import { useDrag, useDrop, type DragOptions } from 'react-aria-components';
import { classes } from '../frame/classes.ts';
import styles from './DragDrop.module.css';

export interface DraggedThing {
  /** What it is, so that only its own places take it: "appointment". */
  kind: string;
  id: string;
  disabled?: boolean;
  on_start(): void;
  /** Dropped or not. */
  on_end(): void;
}

/**
 * Something that the mouse may carry to a place. Whoever uses no mouse must have another way that does the same: give
 * the thing a button or a menu entry for it.
 */
export function useDragged({ kind, id, disabled = false, on_start, on_end }: DraggedThing): { drag_props: object; dragging: boolean } {
  const options: DragOptions = {
    getItems: () => [{ [type_of(kind)]: id }],
    getAllowedDropOperations: () => ['move'],
    // A page that changes while the drag begins would end it.
    onDragStart: () => void setTimeout(on_start),
    onDragEnd: on_end,
    hasDragButton: true,
    isDisabled: disabled,
  };
  const { dragProps, isDragging } = useDrag(options);
  return { drag_props: dragProps, dragging: isDragging };
}

export interface DropPlaceProps {
  kind: string;
  on_drop(): void;
  children: ReactNode;
}

/** Where things of a kind may be put. */
export function DropPlace({ kind, on_drop, children }: DropPlaceProps): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(type_of(kind)) ? 'move' : 'cancel'),
    onDrop: on_drop,
  });
  return (
    <div {...dropProps} ref={ref} className={classes(styles.place, isDropTarget && styles.over)}>
      {children}
    </div>
  );
}

function type_of(kind: string): string {
  return `application/x-parvis-${kind}`;
}
