import {
  Circle2d,
  type Geometry2d,
  HTMLContainer,
  Rectangle2d,
  ShapeUtil,
  type TLShapeUtilCanBindOpts,
} from 'tldraw';
import { textsOf } from '../../announce.tsx';
import { boardOf } from '../../board.ts';
import { isChanged, lineOf, mayChange } from '../../reading/words.ts';
import { cardIdOf } from '../../schema/ids.ts';
import { CardBody } from './card-body.tsx';
import { type CardShape, cardShapeProps } from './card-shape.ts';

/** How tldraw treats a card: selectable, draggable, an end for arrows; never resized, rotated or aligned. */
export class CardUtil extends ShapeUtil<CardShape> {
  static override type = 'card' as const;
  static override props = cardShapeProps;

  override getDefaultProps(): CardShape['props'] {
    return { w: 228, h: 64 };
  }
  override getGeometry({ props: { w, h } }: CardShape): Geometry2d {
    if (w === h && w < 40) return new Circle2d({ radius: w / 2, isFilled: true });
    return new Rectangle2d({ width: w, height: h, isFilled: true });
  }

  override canResize = () => false;
  override canSnap = () => false;
  override canBeLaidOut = () => false;
  override canCrop = () => false;
  override canBind = ({ toShapeType }: TLShapeUtilCanBindOpts) => toShapeType === 'card';
  override hideResizeHandles = () => true;
  override hideRotateHandle = () => true;
  override hideSelectionBoundsFg = () => true;
  override canEdit = (shape: CardShape): boolean => this.isMine(shape);
  /** Whether this person may change it; somebody else's card can be read and reacted to. */
  private isMine(shape: CardShape): boolean {
    const card = this.state(shape)?.card;
    return card !== undefined && mayChange(boardOf(this.editor), card);
  }

  override getText = (shape: CardShape): string => this.state(shape)?.card.text ?? '';
  /** What is said of a card that gets selected. */
  override getAriaDescriptor = (shape: CardShape): string => {
    const card = this.state(shape)?.card;
    const board = boardOf(this.editor);
    const t = textsOf(board);
    if (!card || !t) return card?.text ?? '';
    const line = lineOf(t, board, card);
    return isChanged(board, card) ? `${line}, ${t('panel.changed')}` : line;
  };

  private state(shape: CardShape) {
    const cardId = cardIdOf(shape.id);
    return cardId === undefined ? undefined : boardOf(this.editor).cardState(cardId);
  }

  override onTranslateStart(): void {
    boardOf(this.editor).drag?.start();
  }
  override onTranslate(initial: CardShape, current: CardShape | undefined) {
    // undefined when somebody removed the card meanwhile: tldraw's types do not say so.
    if (!current) return;
    if (this.staysPut(current)) return { id: current.id, type: current.type, x: initial.x, y: initial.y };
    boardOf(this.editor).drag?.move();
    return;
  }
  override onTranslateEnd(_initial: CardShape, current: CardShape | undefined): void {
    if (current && !this.staysPut(current)) boardOf(this.editor).drag?.drop(current.id);
  }

  /** A card on the map that is somebody else's to move; a copy being dragged out is not on it yet. */
  private staysPut(shape: CardShape): boolean {
    return this.state(shape) !== undefined && !this.isMine(shape);
  }

  override component(shape: CardShape) {
    // A copy that is being dragged is drawn as the card it came from.
    const cardId = cardIdOf(shape.id) ?? String(shape.meta.card ?? '');
    return (
      <HTMLContainer>
        <CardBody editor={this.editor} shapeId={shape.id} cardId={cardId} />
      </HTMLContainer>
    );
  }

  override indicator({ props: { w, h } }: CardShape) {
    if (w === h && w < 40) return <circle cx={w / 2} cy={h / 2} r={w / 2 + 2} />;
    return <rect width={w} height={h} rx={6} />;
  }
}
